"""Documents made ready for reading: furniture, masthead, language, origins."""

from traktat.press.reports import prepare

__all__ = ["prepare"]

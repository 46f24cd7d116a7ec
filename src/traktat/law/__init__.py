"""Acts become standings and duties. Pure: no text, no language, no storage.

Every rule cites its article of the Vienna Convention on the Law of Treaties (VCLT, 1969).
"""

from traktat.law.drill import drill
from traktat.law.history import changes, in_force_when
from traktat.law.parties import party_steps
from traktat.law.standing import standing_on

__all__ = ["changes", "drill", "in_force_when", "party_steps", "standing_on"]

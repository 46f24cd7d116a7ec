"""How answers look on a terminal: calm tables that fold and never cut."""

"""Topics, the ranked agenda and its explanation: the domain, without terminal, clock or engine."""

__version__ = "0.7.0"

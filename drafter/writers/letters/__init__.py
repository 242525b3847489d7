"""Letters in Word: filled into templates that an office may replace by its own."""

from .letters import reminder_docx, reply_docx
from .templates import TEMPLATES, Template, own_template

__all__ = ["TEMPLATES", "Template", "own_template", "reminder_docx", "reply_docx"]

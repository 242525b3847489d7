"""What a spreadsheet takes for a formula; text that begins so must never be computed."""

# OWASP, CSV injection; the wide forms of East Asian keyboards too.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

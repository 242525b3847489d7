"""Views: what a template is given, made from what the jobs hand back; values in, values out."""

"""The questionnaire as files: strict, versioned, frozen once published. Plain Python, no Django."""

"""What whoever runs the installation sees of it: health, figures, log, slow pages, errors. Never personal data."""

include nothing::here

"""Where readings, judgements and records are kept between runs."""

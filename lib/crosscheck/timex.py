"""What days does a time value cover? TIMEX3 values, EDTF intervals, and the reference day they hang on."""

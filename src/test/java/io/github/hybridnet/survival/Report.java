package io.github.hybridnet.survival;

import java.util.List;

/**
 * What came of a matrix.
 *
 * @param line the counts
 * @param tried how many builds were to be disturbed
 * @param disturbed how many were; requests of two runs are never quite the same
 * @param failures each case that ended otherwise than it should, with what the build said
 */
record Report(String line, int tried, int disturbed, List<String> failures) {}

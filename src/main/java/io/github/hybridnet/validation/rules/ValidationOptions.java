package io.github.hybridnet.validation.rules;

/**
 * How to judge.
 *
 * @param modernise whether SKUs that Azure no longer creates will be replaced by their successors,
 *     which makes them warnings
 */
public record ValidationOptions(boolean modernise) {}

/**
 * The schemas of the parameter files, and the check of a tree against them.
 *
 * <p>Not here: rules that look at more than one value ({@code validation.rules}).
 *
 * <p>Read first: {@link SchemaCheck}.
 */
@NullMarked
package io.github.hybridnet.config.schema;

import org.jspecify.annotations.NullMarked;

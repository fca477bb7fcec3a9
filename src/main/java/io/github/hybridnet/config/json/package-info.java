/**
 * JSON as a tree whose nodes know where they were written.
 *
 * <p>Not here: what the tree means for a network ({@code config.mapping}).
 *
 * <p>Read first: {@link Node}.
 */
@NullMarked
package io.github.hybridnet.config.json;

import org.jspecify.annotations.NullMarked;

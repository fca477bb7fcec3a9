/**
 * The parameter files by name, their text, and the messages about a file.
 *
 * <p>Not here: what is inside a file ({@code config.json}, {@code config.schema}).
 *
 * <p>Read first: {@link ParameterFile}.
 */
@NullMarked
package io.github.hybridnet.config.file;

import org.jspecify.annotations.NullMarked;

/**
 * Files for people and other programs below {@code target/hybridnet}.
 *
 * <p>Not here: what the terminal shows ({@code console}).
 *
 * <p>Read first: {@link OutputsFile}.
 */
@NullMarked
package io.github.hybridnet.report;

import org.jspecify.annotations.NullMarked;

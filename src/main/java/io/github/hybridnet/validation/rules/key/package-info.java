/**
 * Rules about shared keys and MD5 keys: one class for each rule. A helper has no {@code Rule} at
 * the end of its name.
 *
 * <p>Not here: checks of a single value's type, which {@code config.schema} does.
 *
 * <p>Read first: {@link SharedKeyFormatRule}.
 */
@NullMarked
package io.github.hybridnet.validation.rules.key;

import org.jspecify.annotations.NullMarked;

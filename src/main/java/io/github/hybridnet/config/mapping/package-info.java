/**
 * The checked tree becomes the records of {@code model}.
 *
 * <p>Not here: messages about wrong types, which {@code config.schema} has reported before.
 *
 * <p>Read first: {@link MemberReader}.
 */
@NullMarked
package io.github.hybridnet.config.mapping;

import org.jspecify.annotations.NullMarked;

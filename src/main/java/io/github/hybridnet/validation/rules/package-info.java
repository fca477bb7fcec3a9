/**
 * What a rule is, the options of a check, and what several rules need.
 *
 * <p>Not here: the rules, which are in a package for each subject.
 *
 * <p>Read first: {@link ValidationRule}.
 */
@NullMarked
package io.github.hybridnet.validation.rules;

import org.jspecify.annotations.NullMarked;

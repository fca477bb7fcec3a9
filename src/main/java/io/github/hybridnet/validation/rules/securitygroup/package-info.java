/**
 * Rules about network security groups: one class for each rule. A helper has no {@code Rule} at the
 * end of its name.
 *
 * <p>Not here: checks of a single value's type, which {@code config.schema} does.
 *
 * <p>Read first: {@link SecurityRulePriorityRule}.
 */
@NullMarked
package io.github.hybridnet.validation.rules.securitygroup;

import org.jspecify.annotations.NullMarked;

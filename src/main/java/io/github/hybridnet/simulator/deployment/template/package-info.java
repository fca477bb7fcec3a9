/**
 * A template and its parameters become an ordered plan of resources.
 *
 * <p>Not here: evaluating expressions ({@code simulator.deployment.language}).
 *
 * <p>Read first: {@link TemplatePlanBuilder}.
 */
@NullMarked
package io.github.hybridnet.simulator.deployment.template;

import org.jspecify.annotations.NullMarked;

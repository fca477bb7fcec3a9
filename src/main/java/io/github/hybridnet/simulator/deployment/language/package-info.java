/**
 * The language of templates: expressions in brackets, their functions, and loops.
 *
 * <p>Not here: what a template declares ({@code simulator.deployment.template}).
 *
 * <p>Read first: {@link TemplateEvaluator}.
 */
@NullMarked
package io.github.hybridnet.simulator.deployment.language;

import org.jspecify.annotations.NullMarked;

/**
 * What users may write as parameters and what they wrote: names, values, placeholders.
 *
 * <p>Not here: values of parameter files ({@code config}).
 *
 * <p>Read first: {@link GoalParameterCheck}.
 */
@NullMarked
package io.github.hybridnet.maven.parameter;

import org.jspecify.annotations.NullMarked;

/**
 * The declared network as resources with bodies and dependencies.
 *
 * <p>Not here: what Azure has, and any comparison with it ({@code plan.diff}).
 *
 * <p>Read first: {@link NetworkResources}.
 */
@NullMarked
package io.github.hybridnet.plan.declared;

import org.jspecify.annotations.NullMarked;

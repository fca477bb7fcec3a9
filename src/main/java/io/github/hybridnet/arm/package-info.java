/**
 * Facts about Azure Resource Manager: ids, types, bodies, how Azure compares and merges them, error
 * codes, states and locks. A fact names its source.
 *
 * <p>Not here: requests ({@code azure}) and decisions ({@code plan}).
 *
 * <p>Read first: {@link ActualResource}.
 */
@NullMarked
package io.github.hybridnet.arm;

import org.jspecify.annotations.NullMarked;

/**
 * Rules about connections, and about the on-premises device, which a local network gateway stands
 * for: one class for each rule. A helper has no {@code Rule} at the end of its name.
 *
 * <p>Not here: checks of a single value's type, which {@code config.schema} does.
 *
 * <p>Read first: {@link ConnectionEndpointRule}.
 */
@NullMarked
package io.github.hybridnet.validation.rules.connection;

import org.jspecify.annotations.NullMarked;

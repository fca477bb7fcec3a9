/**
 * Rules about gateways, their sizes and public IP addresses: one class for each rule. A helper has
 * no {@code Rule} at the end of its name.
 *
 * <p>Not here: checks of a single value's type, which {@code config.schema} does.
 *
 * <p>Read first: {@link GatewaySkuNameRule}.
 */
@NullMarked
package io.github.hybridnet.validation.rules.gateway;

import org.jspecify.annotations.NullMarked;

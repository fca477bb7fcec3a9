/**
 * Network security groups and their rules.
 *
 * <p>Not here: the subnets that use them ({@code simulator.network.vnet}).
 *
 * <p>Read first: {@link SecurityGroupModule}.
 */
@NullMarked
package io.github.hybridnet.simulator.network.securitygroup;

import org.jspecify.annotations.NullMarked;

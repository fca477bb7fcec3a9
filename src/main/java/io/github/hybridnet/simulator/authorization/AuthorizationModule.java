package io.github.hybridnet.simulator.authorization;

import io.github.hybridnet.simulator.arm.Registry;
import io.github.hybridnet.simulator.arm.ResourceModule;

/**
 * As much of {@code Microsoft.Authorization} as protects resources from those who sign in: locks,
 * and what they may do. Registered before the others, whose requests it checks.
 */
public final class AuthorizationModule implements ResourceModule {
  private static final String PERMISSIONS = "permissions";
  private static final String POLICIES = "policies";

  @Override
  public void register(Registry registry) {
    registry.endpoint(new Guard());
    registry.endpoint(new LockRoutes());
    registry.endpoint(new PermissionRoutes());
    registry.adminCall(
        new Registry.WorldCall(
            "GET", PERMISSIONS, (world, body) -> new Assignments(world).shown()));
    registry.adminCall(
        new Registry.WorldCall(
            "PUT", PERMISSIONS, (world, body) -> new Assignments(world).chosen(body)));
    registry.adminCall(
        new Registry.WorldCall(
            "DELETE", PERMISSIONS, (world, body) -> new Assignments(world).forgotten()));
    registry.adminCall(
        new Registry.WorldCall("GET", POLICIES, (world, body) -> new Policies(world).shown()));
    registry.adminCall(
        new Registry.WorldCall("PUT", POLICIES, (world, body) -> new Policies(world).chosen(body)));
    registry.adminCall(
        new Registry.WorldCall(
            "DELETE", POLICIES, (world, body) -> new Policies(world).forgotten()));
  }
}

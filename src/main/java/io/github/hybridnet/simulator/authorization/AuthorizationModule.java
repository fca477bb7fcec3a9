package io.github.hybridnet.simulator.authorization;

import io.github.hybridnet.simulator.arm.ModuleRegistry;
import io.github.hybridnet.simulator.arm.ResourceModule;

/**
 * As much of {@code Microsoft.Authorization} as protects resources from those who sign in: locks,
 * and what they may do. Registered before the others, whose requests it checks.
 */
public final class AuthorizationModule implements ResourceModule {
  private static final String PERMISSIONS = "permissions";
  private static final String POLICIES = "policies";

  @Override
  public void register(ModuleRegistry moduleRegistry) {
    moduleRegistry.endpoint(new AuthorizationGuard());
    moduleRegistry.endpoint(new LockRoutes());
    moduleRegistry.endpoint(new PermissionRoutes());
    moduleRegistry.adminCall(
        new ModuleRegistry.WorldCall(
            "GET", PERMISSIONS, (world, body) -> new RoleAssignments(world).shown()));
    moduleRegistry.adminCall(
        new ModuleRegistry.WorldCall(
            "PUT", PERMISSIONS, (world, body) -> new RoleAssignments(world).chosen(body)));
    moduleRegistry.adminCall(
        new ModuleRegistry.WorldCall(
            "DELETE", PERMISSIONS, (world, body) -> new RoleAssignments(world).forgotten()));
    moduleRegistry.adminCall(
        new ModuleRegistry.WorldCall(
            "GET", POLICIES, (world, body) -> new WritePolicies(world).shown()));
    moduleRegistry.adminCall(
        new ModuleRegistry.WorldCall(
            "PUT", POLICIES, (world, body) -> new WritePolicies(world).chosen(body)));
    moduleRegistry.adminCall(
        new ModuleRegistry.WorldCall(
            "DELETE", POLICIES, (world, body) -> new WritePolicies(world).forgotten()));
  }
}

package io.github.hybridnet.simulator.authorization;

import io.github.hybridnet.simulator.arm.ModuleRegistry;
import io.github.hybridnet.simulator.arm.ResourceModule;

/**
 * The part of {@code Microsoft.Authorization} that protects resources: locks and permissions.
 * Registered before the others, whose requests it checks.
 */
public final class AuthorizationModule implements ResourceModule {
  @Override
  public void register(ModuleRegistry moduleRegistry) {
    moduleRegistry.endpoint(new AuthorizationGuard());
    moduleRegistry.endpoint(new LockRoutes());
    moduleRegistry.endpoint(new PermissionRoutes());
    RoleAssignments.register(moduleRegistry);
    WritePolicies.register(moduleRegistry);
  }
}

package io.github.hybridnet.simulator.arm;

/** A resource provider: a set of resource types that is added to the simulator as a whole. */
@FunctionalInterface
public interface ResourceModule {

  /** Adds types, subscription-wide calls, events and admin calls. */
  void register(ModuleRegistry moduleRegistry);
}

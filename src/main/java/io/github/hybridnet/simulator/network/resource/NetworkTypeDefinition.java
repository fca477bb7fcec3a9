package io.github.hybridnet.simulator.network.resource;

import io.github.hybridnet.simulator.arm.ResourceTypeDefinition;
import io.github.hybridnet.simulator.arm.id.TypeName;
import io.github.hybridnet.simulator.network.body.RequestBodyReader;

/** Begins the definition of a type of {@code Microsoft.Network}. */
public final class NetworkTypeDefinition {
  /** Seconds of {@code Retry-After} for types whose changes take seconds. */
  public static final int QUICK_RETRY = 3;

  private NetworkTypeDefinition() {}

  /**
   * A type whose resources are shown without the members that the requested API version does not
   * have.
   *
   * @param label the word in operation names, for example {@code VirtualNetworkGateway}
   */
  public static ResourceTypeDefinition.Builder named(TypeName name, String label) {
    return ResourceTypeDefinition.named(name)
        .label(label)
        .bodies(new RequestBodyReader(name))
        .view(new VersionedView((resource, viewContext) -> resource));
  }

  /** A type inside another one whose resources no client writes. */
  public static ResourceTypeDefinition readOnly(TypeName name, String collection) {
    return named(name, name.last()).inlineIn(collection).build();
  }
}

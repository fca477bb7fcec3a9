package io.github.hybridnet.simulator.arm.endpoint;

import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.arm.OperationAnswer.OperationLinks;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.store.StoredOperation;
import io.github.hybridnet.simulator.variant.AzureVariant;
import java.net.URI;

/**
 * Which links to operations a client gets, and to which host. All 825 recorded links lead to the
 * host of the request. An inquiry keeps its {@code Location}, since its result is nowhere else.
 */
final class LinkPolicy {
  private static final String NUMERIC_HOST = "[\\[0-9].*";

  private final String variant;
  private final ArmCall call;

  LinkPolicy(World world, ArmCall call) {
    this.variant =
        call.isOfTheCloud()
            ? AzureVariant.OPERATION_LINKS.usual()
            : world.behaviour().variants().current().of(AzureVariant.OPERATION_LINKS);
    this.call = call;
  }

  /** Those of these links that the client is given. */
  OperationLinks shown(OperationLinks recorded) {
    if (!varies(recorded)) {
      return recorded;
    }
    return switch (variant) {
      case "location-only" -> OperationLinks.LOCATION;
      case "none" -> OperationLinks.NONE;
      default -> recorded;
    };
  }

  /** The address of an operation. */
  String url(StoredOperation operation, String region, String path) {
    String url = call.url(path);
    return varies(operation.links()) && variant.equals("regional-host")
        ? regional(URI.create(url), region)
        : url;
  }

  /** Below {@code localhost} if the cloud has no name, so that it leads nowhere else. */
  private static String regional(URI uri, String region) {
    String host = uri.getHost().matches(NUMERIC_HOST) ? "localhost" : uri.getHost();
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return "https://" + region + "." + host + port + uri.getRawPath() + "?" + uri.getRawQuery();
  }

  private static boolean varies(OperationLinks recorded) {
    return recorded != OperationLinks.NONE && recorded != OperationLinks.LOCATION;
  }
}

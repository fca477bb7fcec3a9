package io.github.hybridnet.simulator.network.resource;

import io.github.hybridnet.simulator.arm.error.ArmError;
import io.github.hybridnet.simulator.arm.error.ArmError.Detail;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.arm.id.RunningOperation;

/**
 * Errors that all types of the network provider share: malformed requests, references, conflicts.
 * Codes and texts are recorded ones or were reported by users of the service; the newlines' and
 * columns' numbers that the service adds to JSON errors are left out.
 */
public final class NetworkErrors {
  private static final String CONTRACT =
      "Microsoft.WindowsAzure.Networking.Nrp.Frontend.Contract.Csm.Public.";

  private NetworkErrors() {}

  public static ArmException refused(String code, String message) {
    return ArmError.provider(400, code, message).exception();
  }

  public static ArmException wrongValue(String value, String type, String path) {
    return unreadable(
        new Detail(
            "InvalidJson",
            "Error converting value \"%s\" to type '%s%s'. Path '%s'."
                .formatted(value, CONTRACT, type, path)));
  }

  public static ArmException missingProperty(String name, String path) {
    return unreadable(
        new Detail(
            "InvalidJson",
            "Required property '%s' not found in JSON. Path '%s'.".formatted(name, path)));
  }

  /** A reference that is none, or that is one to another type. */
  public static ArmException unreadable(Detail mistake) {
    return ArmError.provider(400, "InvalidRequestFormat", "Cannot parse the request.", mistake)
        .exception();
  }

  public static ArmException absentReference(Object referenced, Object by) {
    return refused(
        "InvalidResourceReference",
        ("Resource %s referenced by resource %s was not found. Please make sure that the referenced"
                + " resource exists, and that both resources are in the same region.")
            .formatted(referenced, by));
  }

  /** What is referenced is being changed: the call may be repeated later. */
  public static ArmException referencedIsBusy(Detail why) {
    return ArmError.provider(429, "RetryableError", "A retryable error occurred.", why).exception();
  }

  /**
   * The same by its own code. Public reports of peerings of networks, 2019 to 2026
   * (hashicorp/terraform-provider-azurerm issue 3392, pulumi-azure-native issue 4340).
   */
  public static ArmException referencedIsNotProvisioned(Detail why) {
    return refused(why.code(), why.message());
  }

  /** Why a reference cannot be used now. Reports say "since" in 2016 and "because" from 2017 on. */
  public static Detail notProvisioned(Object referenced, Object by, RunningOperation running) {
    return new Detail(
        "ReferencedResourceNotProvisioned",
        ("Cannot proceed with operation because resource %s used by resource %s is not in"
                + " Succeeded state. Resource is in Updating state and the last operation that"
                + " updated/is updating the resource is %s.")
            .formatted(referenced, by, running.name()));
  }
}

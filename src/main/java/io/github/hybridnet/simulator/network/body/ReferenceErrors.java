package io.github.hybridnet.simulator.network.body;

import io.github.hybridnet.simulator.arm.error.ArmError.Detail;
import io.github.hybridnet.simulator.arm.id.TypeName;

/**
 * What is wrong with a reference to another resource, in the service's words: Azure/azure-xplat-cli
 * issue 497, hashicorp/terraform issue 27215, Azure/migAz issue 181.
 */
public final class ReferenceErrors {
  private ReferenceErrors() {}

  /** A reference without {@code id}. */
  public static Detail missing(String path) {
    return new Detail(
        "MissingJsonReferenceId", "Value for reference id is missing. Path %s.".formatted(path));
  }

  /** A text that is no id of a resource. */
  public static Detail malformed(String id, TypeName type, String path) {
    return new Detail(
        "InvalidJsonReferenceFormat",
        ("Reference Id %s is not formatted correctly. The Id is expected to reference resources of"
                + " type %s. Path %s.")
            .formatted(id, type.path(), path));
  }

  /** The id of a resource of another type. */
  public static Detail wrongType(String id, TypeName type, String path) {
    return new Detail(
        "InvalidJsonReferenceWrongType",
        ("Reference Id %s is referencing resource of a wrong type. The Id is expected to reference"
                + " resources of type %s. Path %s.")
            .formatted(id, type.path(), path));
  }
}

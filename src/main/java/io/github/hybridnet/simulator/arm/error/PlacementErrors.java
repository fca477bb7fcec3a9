package io.github.hybridnet.simulator.arm.error;

import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.id.AzureLocations;
import io.github.hybridnet.simulator.arm.id.TypeName;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The errors about resource groups and locations, one factory for each. Codes and texts are those
 * of recorded traffic or public reports.
 */
public final class PlacementErrors {

  private PlacementErrors() {}

  public static ArmException resourceGroupNotFound(String group) {
    return ArmError.gateway(
            404,
            "ResourceGroupNotFound",
            String.format("Resource group '%s' could not be found.", group))
        .exception();
  }

  public static ArmException invalidResourceGroup(String group, String invalid) {
    return ArmError.gateway(
            400,
            "InvalidResourceGroup",
            String.format(
                "The provided resource group name '%s' has these invalid characters: '%s'. The"
                    + " name can only be a letter, digit, '-', '.', '(', ')' or '_'.",
                group, invalid))
        .exception();
  }

  public static ArmException invalidResourceGroupLocation(
      String group, String existing, String wanted) {
    return ArmError.gateway(
            409,
            "InvalidResourceGroupLocation",
            String.format(
                "Invalid resource group location '%s'. The Resource group already exists in"
                    + " location '%s'.",
                wanted, existing))
        .exception();
  }

  public static ArmException resourceGroupBeingDeleted(String group) {
    return ArmError.gateway(
            409,
            "ResourceGroupBeingDeleted",
            String.format(
                "The resource group '%s' is in deprovisioning state and cannot perform this"
                    + " operation.",
                group))
        .exception();
  }

  public static ArmException locationNotAvailableForGroup(String location) {
    return ArmError.gateway(
            400,
            "LocationNotAvailableForResourceGroup",
            String.format(
                "The provided location '%s' is not available for resource group. List of available"
                    + " regions is '%s'.",
                location, regions()))
        .exception();
  }

  public static ArmException locationNotAvailableForType(String location, TypeName type) {
    return ArmError.gateway(
            400,
            "LocationNotAvailableForResourceType",
            String.format(
                "The provided location '%s' is not available for resource type '%s'. List of"
                    + " available regions for the resource type is '%s'.",
                location, type, regions()))
        .exception();
  }

  public static ArmException invalidLocation(String location) {
    return ArmError.gateway(
            400,
            "InvalidResourceLocation",
            String.format(
                "The specified location '%s' is invalid. A location must consist of characters,"
                    + " whitespace, digit, or following symbols '(,)'.",
                location))
        .exception();
  }

  public static ArmException locationChanged(ArmId id, String existing, String wanted) {
    return ArmError.gateway(
            409,
            "InvalidResourceLocation",
            String.format(
                "The resource '%s' already exists in location '%s' in resource group '%s'. A"
                    + " resource with the same name cannot be created in location '%s'. Please"
                    + " select a new resource name.",
                id.name(), existing, id.resourceGroup(), wanted))
        .exception();
  }

  public static ArmException locationRequired() {
    return ArmError.gateway(
            400, "LocationRequired", "The location property is required for this definition.")
        .exception();
  }

  /** What a deletion of a group ends with when some of its resources refuse. */
  public static ArmError groupDeletionBlocked(
      String group, Map<ArmId, ArmError> blocked, String tracking) {
    String identifiers =
        blocked.keySet().stream()
            .map(id -> id.type() + "/" + id.name())
            .collect(Collectors.joining(","));
    List<ArmError.Detail> details =
        blocked.entrySet().stream().map(e -> detail(e.getKey(), e.getValue())).toList();
    return new ArmError(
        409,
        "ResourceGroupDeletionBlocked",
        String.format(
            "Deletion of resource group '%s' failed as resources with identifiers '%s' could not"
                + " be deleted. The provisioning state of the resource group will be rolled back."
                + " The tracking Id is '%s'. Please check audit logs for more details.",
            group, identifiers, tracking),
        ArmError.Source.PROVIDER,
        details);
  }

  private static ArmError.Detail detail(ArmId id, ArmError why) {
    return new ArmError.Detail(why.code(), why.message(), id.toString());
  }

  private static String regions() {
    return AzureLocations.all().stream()
        .map(AzureLocations.Location::name)
        .collect(Collectors.joining(","));
  }
}

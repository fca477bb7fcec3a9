package io.github.hybridnet.simulator.arm.id;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The Azure regions that the simulated subscription offers. */
public final class AzureLocations {
  private static final Pattern WELL_FORMED = Pattern.compile("[\\p{L}\\d\\s(),]+");

  /**
   * A region of Azure.
   *
   * @param name for example {@code westus2}
   * @param displayName for example {@code West US 2}
   * @param geography for example {@code US}
   */
  public record Location(String name, String displayName, String geography) {
    /** Its availability zones; those that have none come last in the list of all. */
    public List<String> zones() {
      return WITHOUT_ZONES.contains(name) ? List.of() : List.of("1", "2", "3");
    }
  }

  private static final Set<String> WITHOUT_ZONES =
      Set.of(
          "northcentralus",
          "westus",
          "westcentralus",
          "southafricawest",
          "australiacentral",
          "australiasoutheast",
          "japanwest",
          "koreasouth",
          "southindia",
          "westindia",
          "canadaeast",
          "francesouth",
          "germanynorth",
          "norwaywest",
          "switzerlandwest",
          "ukwest",
          "uaecentral",
          "brazilsoutheast");

  private static final List<Location> ALL =
      List.of(
          new Location("eastus", "East US", "US"),
          new Location("eastus2", "East US 2", "US"),
          new Location("southcentralus", "South Central US", "US"),
          new Location("westus2", "West US 2", "US"),
          new Location("westus3", "West US 3", "US"),
          new Location("australiaeast", "Australia East", "Asia Pacific"),
          new Location("southeastasia", "Southeast Asia", "Asia Pacific"),
          new Location("northeurope", "North Europe", "Europe"),
          new Location("swedencentral", "Sweden Central", "Europe"),
          new Location("uksouth", "UK South", "Europe"),
          new Location("westeurope", "West Europe", "Europe"),
          new Location("centralus", "Central US", "US"),
          new Location("southafricanorth", "South Africa North", "Africa"),
          new Location("centralindia", "Central India", "Asia Pacific"),
          new Location("eastasia", "East Asia", "Asia Pacific"),
          new Location("japaneast", "Japan East", "Asia Pacific"),
          new Location("koreacentral", "Korea Central", "Asia Pacific"),
          new Location("canadacentral", "Canada Central", "Canada"),
          new Location("francecentral", "France Central", "Europe"),
          new Location("germanywestcentral", "Germany West Central", "Europe"),
          new Location("italynorth", "Italy North", "Europe"),
          new Location("norwayeast", "Norway East", "Europe"),
          new Location("polandcentral", "Poland Central", "Europe"),
          new Location("spaincentral", "Spain Central", "Europe"),
          new Location("switzerlandnorth", "Switzerland North", "Europe"),
          new Location("mexicocentral", "Mexico Central", "Mexico"),
          new Location("uaenorth", "UAE North", "Middle East"),
          new Location("israelcentral", "Israel Central", "Middle East"),
          new Location("qatarcentral", "Qatar Central", "Middle East"),
          new Location("brazilsouth", "Brazil South", "South America"),
          new Location("centraluseuap", "Central US EUAP", "US"),
          new Location("eastus2euap", "East US 2 EUAP", "US"),
          new Location("northcentralus", "North Central US", "US"),
          new Location("westus", "West US", "US"),
          new Location("westcentralus", "West Central US", "US"),
          new Location("southafricawest", "South Africa West", "Africa"),
          new Location("australiacentral", "Australia Central", "Asia Pacific"),
          new Location("australiasoutheast", "Australia Southeast", "Asia Pacific"),
          new Location("japanwest", "Japan West", "Asia Pacific"),
          new Location("koreasouth", "Korea South", "Asia Pacific"),
          new Location("southindia", "South India", "Asia Pacific"),
          new Location("westindia", "West India", "Asia Pacific"),
          new Location("canadaeast", "Canada East", "Canada"),
          new Location("francesouth", "France South", "Europe"),
          new Location("germanynorth", "Germany North", "Europe"),
          new Location("norwaywest", "Norway West", "Europe"),
          new Location("switzerlandwest", "Switzerland West", "Europe"),
          new Location("ukwest", "UK West", "Europe"),
          new Location("uaecentral", "UAE Central", "Middle East"),
          new Location("brazilsoutheast", "Brazil Southeast", "South America"));

  private AzureLocations() {}

  public static List<Location> all() {
    return ALL;
  }

  /** The name of a region as Azure returns it: {@code West US 2} becomes {@code westus2}. */
  public static String normalise(String location) {
    return location.replace(" ", "").toLowerCase(Locale.ROOT);
  }

  /** Whether a region of this (normalised) name exists. */
  public static boolean exists(String name) {
    return ALL.stream().anyMatch(location -> location.name().equals(name));
  }

  /** Whether a region of this (normalised) name has availability zones. */
  public static boolean hasZones(String name) {
    return ALL.stream().anyMatch(each -> each.name().equals(name) && !each.zones().isEmpty());
  }

  /** Whether a text can be the name of a location, in either of its two forms. */
  public static boolean isWellFormed(String text) {
    return WELL_FORMED.matcher(text).matches();
  }
}

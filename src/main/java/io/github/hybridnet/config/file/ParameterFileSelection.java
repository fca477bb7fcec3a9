package io.github.hybridnet.config.file;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which files a goal needs.
 *
 * @param required the files that must exist; every other one is read when it exists
 * @param judged the files whose mistakes count. Others are read for what they say of these, such as
 *     the name of the resource group, and may be broken.
 */
public record ParameterFileSelection(Set<ParameterFile> required, Set<ParameterFile> judged) {
  /** The files of the network: the circuit's file is read when it exists. */
  public static final ParameterFileSelection NETWORK =
      requiring(
          EnumSet.of(
              ParameterFile.VIRTUAL_NETWORK,
              ParameterFile.VPN_GATEWAY,
              ParameterFile.EXPRESS_ROUTE_GATEWAY));

  /** The circuit's file must exist; all files count. */
  public static final ParameterFileSelection CIRCUIT = requiring(EnumSet.of(ParameterFile.CIRCUIT));

  /** Copies the sets, which cannot be changed afterwards. */
  public ParameterFileSelection {
    required = Set.copyOf(required);
    judged = Set.copyOf(judged);
  }

  /** All files count, and these must exist. */
  public static ParameterFileSelection requiring(Set<ParameterFile> required) {
    return new ParameterFileSelection(required, EnumSet.allOf(ParameterFile.class));
  }

  /** One file must exist, and counts alone. */
  public static ParameterFileSelection only(ParameterFile file) {
    return new ParameterFileSelection(Set.of(file), Set.of(file));
  }
}

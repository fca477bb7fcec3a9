package io.github.hybridnet.model;

/**
 * A custom IPsec and IKE policy; all eight properties are needed.
 *
 * @param saLifeTimeSeconds 300 to 172799
 * @param saDataSizeKilobytes 1024 or more
 * @param ipsec algorithms of the tunnel
 * @param ike algorithms of the key exchange
 * @param pfsGroup perfect forward secrecy group
 * @param origin where it was written
 */
public record IpsecPolicy(
    int saLifeTimeSeconds,
    int saDataSizeKilobytes,
    Algorithms ipsec,
    Ike ike,
    String pfsGroup,
    PropertyLocations origin) {

  /**
   * A pair of algorithms.
   *
   * @param encryption such as {@code AES256}
   * @param integrity such as {@code SHA256}
   */
  public record Algorithms(String encryption, String integrity) {}

  /**
   * The settings of the key exchange (IKE).
   *
   * @param algorithms its algorithms
   * @param dhGroup Diffie-Hellman group, such as {@code DHGroup14}
   */
  public record Ike(Algorithms algorithms, String dhGroup) {}
}

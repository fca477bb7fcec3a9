package io.github.hybridnet.maven;

/** POMs for the harness. */
final class MojoPoms {
  /** A POM that configures nothing. */
  static final String EMPTY =
      "<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>a</artifactId><version>1</version>"
          + "<build><plugins><plugin><groupId>io.github.hybridnet</groupId><artifactId>hybridnet-maven-plugin</artifactId>"
          + "<configuration/></plugin></plugins></build></project>";

  private MojoPoms() {}
}

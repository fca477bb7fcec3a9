package io.github.hybridnet.replay.script;

/** The two headers with which a service says where an operation can be followed. */
public enum OperationLink {
  /** Its body says how the operation stands. */
  ASYNC("azure-asyncoperation"),
  /** Its HTTP status says so. */
  LOCATION("location");

  private final String header;

  OperationLink(String header) {
    this.header = header;
  }

  /** The header's name in lower case. */
  public String header() {
    return header;
  }
}

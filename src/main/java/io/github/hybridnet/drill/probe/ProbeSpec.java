package io.github.hybridnet.drill.probe;

import java.util.List;
import java.util.OptionalInt;

/** A probe as the user wrote it. Nothing prints what may be secret. */
public sealed interface ProbeSpec {

  /** Its name in samples and reports. */
  String name();

  /** What was written, without anything that may be secret. */
  String address();

  /**
   * The host and the port that a probe goes to.
   *
   * @param host a name, or an address without brackets
   * @param port which port
   */
  record Endpoint(String host, int port) {}

  /** A TCP connection is made. */
  record Tcp(String name, String address, Endpoint endpoint) implements ProbeSpec {}

  /**
   * An HTTP request is answered.
   *
   * @param request what is sent, and what is expected
   */
  record Http(String name, String address, Endpoint endpoint, Request request)
      implements ProbeSpec {}

  /**
   * The HTTP request that a probe sends, and the status that it expects.
   *
   * @param tls whether it is sent over TLS
   * @param unchecked whether any certificate is taken
   * @param text all of the request, with what the user wants to be kept secret
   * @param status the one status that counts as an answer; empty for any of 200 to 399
   */
  record Request(boolean tls, boolean unchecked, String text, OptionalInt status) {

    @Override
    public String toString() {
      return "an HTTP request";
    }
  }

  /** An ICMP echo is answered. */
  record Icmp(String name, String address, String host) implements ProbeSpec {}

  /**
   * A program ends with status 0.
   *
   * @param words the program and its arguments
   */
  record Command(String name, String address, List<String> words) implements ProbeSpec {

    /** Copies the list, which cannot be changed afterwards. */
    public Command {
      words = List.copyOf(words);
    }

    @Override
    public String toString() {
      return address;
    }
  }
}

package io.github.hybridnet.simulator.http;

/** Answers requests; called by several threads at once. */
@FunctionalInterface
public interface RequestHandler {

  /** Answers one request of a client. */
  ServerResponse handle(ServerRequest serverRequest);
}

package io.github.hybridnet.simulator.http;

/** Answers requests; called by several threads at once. */
@FunctionalInterface
public interface RequestHandler {

  /** Answers one request. */
  ServerResponse handle(ServerRequest serverRequest);
}

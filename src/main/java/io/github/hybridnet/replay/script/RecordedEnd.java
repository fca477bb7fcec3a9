package io.github.hybridnet.replay.script;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The last recorded answer about an operation.
 *
 * @param status the HTTP status
 * @param body its body
 */
public record RecordedEnd(int status, JsonNode body) {}

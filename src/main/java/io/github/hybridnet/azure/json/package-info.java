/**
 * JSON as maps, with masked secrets, and what an answer must contain.
 *
 * <p>Not here: the members of a resource's body ({@code arm}).
 *
 * <p>Read first: {@link JsonTree}.
 */
@NullMarked
package io.github.hybridnet.azure.json;

import org.jspecify.annotations.NullMarked;

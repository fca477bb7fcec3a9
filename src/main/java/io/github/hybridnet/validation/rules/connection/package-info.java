/** validation.rules.connection. */
@NullMarked
package io.github.hybridnet.validation.rules.connection;

import org.jspecify.annotations.NullMarked;

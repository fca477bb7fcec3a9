/** validation.rules.gateway. */
@NullMarked
package io.github.hybridnet.validation.rules.gateway;

import org.jspecify.annotations.NullMarked;

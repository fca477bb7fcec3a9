/** What a hybrid network is: immutable records and value types, without input or output. */
@NullMarked
package io.github.hybridnet.model;

import org.jspecify.annotations.NullMarked;

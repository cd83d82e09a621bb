// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

/**
 * A relationship as written, to be made when all resources are there.
 *
 * @param source what comes first
 * @param target what comes after it
 * @param parameter {@code before} or {@code notify}
 */
record Relationship(Operand source, Operand target, String parameter) {

  /** A side of a relationship. */
  sealed interface Operand {}

  /** One resource or class: {@code Type[title]}. */
  record ToResource(String reference) implements Operand {}

  /** What a collector has collected. */
  record ToCollected(Collector collector) implements Operand {}
}

package dev.postern.eval.reference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.postern.eval.Verdict;

/**
 * What a case comes to.
 *
 * @param sides one, or for a request through an access point two: that of the access point and that
 *     of the bucket
 */
record Answer(Verdict verdict, ImmutableList<Side> sides) {

  /**
   * One authorization.
   *
   * @param matched of each place, which statements of the policies that apply matched, in the order
   *     of levels, policies and statements
   */
  record Side(Verdict verdict, ImmutableMap<Place, ImmutableList<Boolean>> matched) {}
}

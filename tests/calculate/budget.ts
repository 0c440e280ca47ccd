/** Tables 1 to 7 of a published draft budget, as an author would write them. */
export const tables: readonly string[] = [
  `|  | 2019/20 Settlement | 2020/21 Forecast | 2021/22 Forecast |
|---|---:|---:|---:|
| Revenue Support Grant (RSG) | 9.533 | 5.567 | 0.000 |
| Council Tax | 108.228 | 111.288 | 114.636 |
| Business Rates | 64.391 | 66.176 | 66.790 |
| **Total Revenue Resources Available** {#total} | 182.152 = SUM(ABOVE) | 183.031 = SUM(ABOVE) | 181.426 = SUM(ABOVE) |
: Revenue resources {#revenue-resources unit=£m decimals=3}`,
  `| New Homes Bonus | 2013/14 | 2014/15 | 2015/16 | 2016/17 | 2017/18 | 2018/19 | 2019/20 | 2020/21 | 2021/22 |
|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|
| Year 1 | 832 | 832 | 832 | 832 | | | | | |
| Year 2 | 706 | 706 | 706 | 706 | | | | | |
| Year 3 | 868 | 868 | 868 | 868 | 868 | | | | |
| Year 4 | | | 1,189 | 1,189 | 1,189 | | | | |
| Year 5 | | | 602 | 602 | 602 | 602 | | | |
| Year 6 | | | | 1,319 | 1,319 | 1,319 | 1,319 | | |
| Year 7 | | | | | 1,168 | 1,168 | 1,168 | 1,168 | |
| Year 8 | | | | | | 398 | 398 | 398 | 398 |
| Year 9 | | | | | | | 1,141 | 1,141 | 1,141 |
| Year 10 | | | | | | | | 585 | 585 |
| Year 11 | | | | | | | | | 146 |
| **New Homes Bonus** {#total} | =SUM(ABOVE) | =SUM(ABOVE) | =SUM(ABOVE) | =SUM(ABOVE) | 5,146 = SUM(ABOVE) | =SUM(ABOVE) | =SUM(ABOVE) | =SUM(ABOVE) | 2,270 = SUM(ABOVE) |
| **Year on Year Movement** | 0 | =CHANGE([total, @], [total, 2013/14]) | =CHANGE([total, @], [total, 2014/15]) | =CHANGE([total, @], [total, 2015/16]) | -370 = CHANGE([total, @], [total, 2016/17]) | =CHANGE([total, @], [total, 2017/18]) | =CHANGE([total, @], [total, 2018/19]) | =CHANGE([total, @], [total, 2019/20]) | =CHANGE([total, @], [total, 2020/21]) |
: New Homes Bonus {#nhb unit=£000}`,
  `| Directorate | Increased costs | 2019/20 | Total by Directorate |
|---|---|---:|---:|
| People | Adult social care – Care packages and volume | 3.506 | =SUM([2019/20 people]) |
| ^ | Children's social care – cost and volume | 5.700 | ^ |
| ^ | National Living Wage in adult social care contracts | 3.393 | ^ |
| Place | Loss of commercial rental income | 0.160 | =C5 + C6 |
| ^ | Major investments | 0.371 | ^ |
| Customer and Corporate Services | Customer experience | 0.150 | 0.450 = [@2019/20] + [ICT re-provisioning, 2019/20] |
| ^ | ICT re-provisioning | 0.300 | ^ |
| Corporate Items | Salary inflation and pay scale changes | 2.321 | 3.815 = [@2019/20] + [Pension actuarial review, 2019/20] + [EVRS/Redundancy, 2019/20] + [capital, 2019/20] + [working-balance, 2019/20] |
| ^ | Pension actuarial review | 0.250 | ^ |
| ^ | EVRS/Redundancy | 0.500 | ^ |
| ^ | Revenue costs arising from capital investment decisions {#capital} | 0.450 | ^ |
| ^ | Increase working Balance in line with General Fund {#working-balance} | 0.294 | ^ |
| | **Total** | 17.395 = SUM(ABOVE) | 17.395 = SUM(ABOVE) |
: Increased cost pressures {#cost-pressures unit=£m decimals=3}`
    .replace(
      '=SUM([2019/20 people])',
      "=[@2019/20] + [Children's social care - cost and volume, 2019/20] + [National Living Wage in adult social care contracts, 2019/20]",
    )
    .replace('=C5 + C6', '=[@2019/20] + [Major investments, 2019/20]'),
  `|  |  | 19/20 |
|---|---:|---:|
| **Additional Grant income** | | |
| Social Care Support Grant | 2.194 | |
| Better Care Fund Gain | 4.111 | |
| Additional grants {#grants} | | 6.305 = SUM([*, parts]) |
| Flexible Use of Capital Receipts | | (2.000) |
| Increase in New Homes Bonus | | =nhb[Year on Year Movement, 2019/20] |
| Directorate Income and Savings Proposals | | 11.177 |
| **Total** | | 16.021 = SUM(ABOVE) |
: Summary of budget movement and savings {#budget-movement unit=£m decimals=3}`.replace(
    '|  |  | 19/20 |',
    '|  | Parts {#parts} | 19/20 |',
  ),
  `|  | 2019/20 | 2020/21 | 2021/22 |
|---|---:|---:|---:|
| Budget Gap as at 19 November MTFS {#opening} | 1.389 | 7.236 | 11.779 |
| Assumed Council Tax increase in MTFS {#council-tax} | 2.150 | 0.076 | 0.066 |
| **A. New and Emerging Pressures** | | | |
| Children's Budget Pressures | 3.894 | | |
| Reverse Interest for Commercial Loan | 0.250 | | |
| Increase Insurance Provision | | 0.100 | |
| At risk savings 2018/19 | 0.461 | | |
| **Total New and Emerging Pressures** {#total} | 4.605 = SUM(ABOVE) | 0.100 = SUM(ABOVE) | 0.000 = SUM(ABOVE) |
: New and emerging pressures {#pressures unit=£m decimals=3}`,
  `|  | 2019/20 | 2020/21 | 2021/22 |
|---|---:|---:|---:|
| **B. Additional Resources** | | | |
| Increase in Council Tax Base {#base} | -0.678 | -0.609 | -0.038 |
| **C. New Savings and Efficiencies** | | | |
| Social Care Grant | -1.194 | -0.284 | |
| Increase in New Homes Bonus allocation | -0.463 | | |
| Levy account surplus allocation | -0.881 | 0.881 | |
| Place parking | -0.150 | | |
| **Total New Savings and Efficiencies** {#savings} | -2.688 = SUM(ABOVE) | 0.597 = SUM(ABOVE) | 0.000 = SUM(ABOVE) |
| **Budget Gap as at 8 January 2019** {#closing} | 4.778 = pressures[opening, 2019/20] + pressures[council-tax, 2019/20] + pressures[total, 2019/20] + [base, @] + [savings, @] | 7.400 = pressures[opening, 2020/21] + pressures[council-tax, 2020/21] + pressures[total, 2020/21] + [base, @] + [savings, @] | 11.807 = pressures[opening, 2021/22] + pressures[council-tax, 2021/22] + pressures[total, 2021/22] + [base, @] + [savings, @] |
: Budget changes {#changes unit=£m decimals=3}`,
  `|  | Budget | < | Forecast | < |
|  | 2018/19 | 2019/20 | 2020/21 | 2021/22 |
|---|---:|---:|---:|---:|
| Revenue resources available {#resources} | 185.556 | =revenue-resources[total, 2019/20 Settlement] | =revenue-resources[total, 2020/21 Forecast] | =revenue-resources[total, 2021/22 Forecast] |
| Baseline spend requirement {#baseline} | 183.883 | 185.556 = [resources, 2018/19] | =[resources, 2019/20] | =[resources, 2020/21] |
| Plus identified additional costs {#additional} | 13.207 | =cost-pressures[Total, 2019/20] | 11.218 | 9.380 |
| **Overall spend requirement** {#overall} | 197.090 = SUM([baseline, @], [additional, @]) | =[baseline, @] + [additional, @] | =[baseline, @] + [additional, @] | 192.411 = [baseline, @] + [additional, @] |
| Savings {#savings} | 11.534 | =budget-movement[Total, 19/20] | 2.939 | -0.822 |
| **Revised spending for year** {#revised} | 185.556 = [overall, @] - [savings, @] | =[overall, @] - [savings, @] | =[overall, @] - [savings, @] | 193.233 = [overall, @] - [savings, @] |
| **Budget gap** {#gap} | 0.000 = [revised, @] - [resources, @] | 4.778 = [revised, @] - [resources, @] | =[revised, @] - [resources, @] | =[revised, @] - [resources, @] |
: Revised budget position {#revised-position unit=£m decimals=3}`,
];

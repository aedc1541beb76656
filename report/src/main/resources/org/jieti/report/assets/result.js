(() => {
  'use strict';
  const root = document.documentElement;

  const theme = document.getElementById('theme');
  if (theme) {
    const remembered = (() => { try { return localStorage.getItem('jieti-theme'); } catch { return null; } })();
    if (remembered === 'dark' || remembered === 'light') root.dataset.theme = remembered;
    theme.hidden = false;
    theme.addEventListener('click', () => {
      const dark = root.dataset.theme
        ? root.dataset.theme === 'dark'
        : matchMedia('(prefers-color-scheme: dark)').matches;
      root.dataset.theme = dark ? 'light' : 'dark';
      try { localStorage.setItem('jieti-theme', root.dataset.theme); } catch { /* a file may have no storage */ }
    });
  }

  const charts = [];
  const pen = document.createElement('canvas').getContext('2d');

  /** The largest radius at which no name leaves the drawing. */
  const radius = (chart, axes, { fontSize, lineHeight }, family) => {
    pen.font = `${fontSize}px ${family}`;
    let largest = Infinity;
    axes.forEach((axis, i) => {
      const angle = Math.PI * (0.5 + 2 * i / axes.length);
      const lines = axis.name.split('\n');
      const width = Math.max(...lines.map(line => pen.measureText(line).width));
      const height = lineHeight * lines.length;
      const across = Math.abs(Math.cos(angle));
      const along = Math.abs(Math.sin(angle));
      if (across > 0.1) largest = Math.min(largest, (chart.getWidth() / 2 - width) / across - 10);
      if (along > 0.3) largest = Math.min(largest, (chart.getHeight() / 2 - height * (across > 0.1 ? 0.5 : 1)) / along - 10);
    });
    return Math.max(40, largest);
  };

  const screen = { size: { width: 'auto', height: 'auto' }, type: { fontSize: 12, lineHeight: 16 } };

  /** Paper is narrower than a screen: charts are drawn again at its size, not shrunk. */
  const paper = { size: { width: 240, height: 232 }, type: { fontSize: 10, lineHeight: 12 } };

  const resize = ({ box, chart, option, family }, { size, type }) => {
    chart.resize(size);
    chart.setOption({
      radar: {
        radius: radius(chart, option.radar.indicator, type, family),
        axisName: type,
        indicator: option.radar.indicator.map(axis => ({ ...axis, axisLabel: { ...axis.axisLabel, fontSize: type.fontSize - 1 } })),
      },
    });
    chart.getZr().flush();
    const svg = box.querySelector('svg');
    svg.setAttribute('viewBox', `0 0 ${svg.getAttribute('width')} ${svg.getAttribute('height')}`);
  };

  const draw = figure => {
    const box = figure.querySelector('[data-chart]');
    const { rings, option } = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
    const step = option.radar.indicator[0].max / (rings.length - 1);
    for (const axis of option.radar.indicator) {
      axis.axisLabel.formatter = value => rings[Math.round(value / step)] ?? '';
    }
    const family = getComputedStyle(document.body).fontFamily;
    option.textStyle = { fontFamily: family };
    box.hidden = false;
    figure.classList.add('drawn');
    figure.querySelector('.chart-table').open = false;
    const save = figure.querySelector('.export');
    save.hidden = false;
    const drawn = { box, option, family, chart: echarts.init(box, null, { renderer: 'svg' }) };
    drawn.chart.setOption(option);
    resize(drawn, screen);
    charts.push(drawn);
    new ResizeObserver(() => {
      if (!matchMedia('print').matches) resize(drawn, screen);
    }).observe(box);
    save.addEventListener('click', event => {
      const format = event.target.dataset.export;
      if (format) exported(box.querySelector('svg'), format, figure.querySelector('h3').textContent);
    });
  };

  /** Hands the chart over as a file, with the page's colours put in place of their names. */
  const exported = (svg, format, name) => {
    const style = getComputedStyle(root);
    const text = new XMLSerializer().serializeToString(svg)
      .replace(/var\((--[\w-]+)\)/g, (_, variable) => style.getPropertyValue(variable).trim());
    const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
    const hand = (href, ending) => {
      const link = document.createElement('a');
      link.href = href;
      link.download = `${name}.${ending}`;
      link.click();
    };
    if (format === 'svg') {
      hand(url, 'svg');
      return;
    }
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement('canvas');
      canvas.width = 3 * svg.clientWidth;
      canvas.height = 3 * svg.clientHeight;
      const sheet = canvas.getContext('2d');
      sheet.fillStyle = style.getPropertyValue('--ground').trim();
      sheet.fillRect(0, 0, canvas.width, canvas.height);
      sheet.drawImage(image, 0, 0, canvas.width, canvas.height);
      hand(canvas.toDataURL('image/png'), 'png');
    };
    image.src = url;
  };

  if (window.echarts) document.querySelectorAll('figure.chart').forEach(draw);

  const controls = document.querySelector('.controls');
  if (controls) {
    controls.hidden = false;
    controls.addEventListener('click', event => {
      const wish = event.target.dataset.tree;
      if (wish) document.querySelectorAll('.tree .node').forEach(node => { node.open = wish === 'open'; });
    });
  }

  const reveal = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let part = target; part; part = part.parentElement) if (part.tagName === 'DETAILS') part.open = true;
    target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  reveal();

  let closed = [];
  addEventListener('beforeprint', () => {
    charts.forEach(drawn => resize(drawn, paper));
    closed = [...document.querySelectorAll('details[data-print="open"]:not([open])')];
    closed.forEach(part => { part.open = true; });
  });
  addEventListener('afterprint', () => {
    closed.forEach(part => { part.open = false; });
    closed = [];
    charts.forEach(drawn => resize(drawn, screen));
  });
})();
